package org.rung.people;

/** A column that an organization added to its people; filters and merge fields name it by its key (see {@link FieldKey}). */
public record CustomField(CustomFieldId customFieldId, String key, String label) {}
