"""Practice: attempts and their log, grades, the schedule to a date, drills, progress."""
