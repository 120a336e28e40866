"""Who is due, kept beside a book, so that a day costs what is due. It is never the truth: in doubt it is made anew."""
