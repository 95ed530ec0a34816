"""Words as text: folding, stems, sentences, near-same wording. No files, no clock."""
