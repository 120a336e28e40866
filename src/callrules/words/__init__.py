"""The words of a step: true by construction, decent, and told anew each time; texts are data by language."""
