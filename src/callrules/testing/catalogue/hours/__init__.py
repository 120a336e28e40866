"""Laws of hours: nobody is rung when they do not expect it."""
