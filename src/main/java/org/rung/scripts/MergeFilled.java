package org.rung.scripts;

import java.util.Optional;

/** A part of a rendered text: plain words, or what a field became. */
public record MergeFilled(String text, Optional<String> field) {}
