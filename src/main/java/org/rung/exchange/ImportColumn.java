package org.rung.exchange;

/** A column of the file and what it becomes; the label names the custom field when it becomes one. */
public record ImportColumn(String label, ImportTarget target) {}
