"""The words of the project as types: what is read, what is claimed, what is printed.

No behaviour beyond construction and checks; nothing here reads a file or a clock.
"""
