"""What a change of the rules does before it does it: who is due by one playbook and not by another."""
