package org.rung.scripts.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rung.events.EventRow;

/**
 * What the editor needs to know of its surroundings.
 *
 * @param fields merge fields by name, with their labels
 * @param events the next ones that are published
 * @param render a text as the person of the preview would read it
 * @param photos the pictures that leave with texts
 * @param changed after every edit
 */
record Around(
        boolean writable,
        Map<String, String> fields,
        List<String> tags,
        List<EventRow> events,
        ZoneId zone,
        Function<String, String> render,
        Photos photos,
        Runnable changed) {}
