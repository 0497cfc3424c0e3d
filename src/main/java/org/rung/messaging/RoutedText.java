package org.rung.messaging;

import org.rung.common.Actor;

/** A text that somebody wants to send, and the way that {@link Texts#lock} found for it. */
public record RoutedText(Actor actor, TextDraft draft, TextRoute route) {}
