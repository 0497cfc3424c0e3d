package org.rung.people;

import java.util.function.Consumer;

/**
 * A button beside an entry of the timeline.
 *
 * @param label what it says, and name what it is called where one does not see the entry; both in the reader's language
 * @param open begins it, and runs what it is given when something has changed
 */
public record TimelineAct(String label, String name, Consumer<Runnable> open) {}
