"""The query language of the Tasks plugin: lines, statuses, instructions.

After obsidian-tasks at commit cc0fce3c.
"""
