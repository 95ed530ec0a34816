"""Files to notes: front matter, kind, blocks, links, tasks, episodes."""
