package org.rung.people;

/** What organizers put on supporters. */
public record Tag(TagId tagId, String name) {}
