package org.rung.exchange;

import java.util.List;

/** The head of a file: its header and its first rows, each with as many cells as the header. */
public record ImportPreview(List<String> headers, List<List<String>> rows) {}
