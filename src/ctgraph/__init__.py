"""ctgraph: a knowledge graph of Dutch counterterrorism policy papers."""
