package org.rung.scripts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rung.links.ShortForm;

/**
 * What a script is checked against.
 *
 * @param fields the merge fields that this organization has
 * @param samples what the fields become for some real supporters
 * @param links how addresses in texts leave
 */
public record ScriptFacts(
        String organization,
        String optOutWords,
        Set<String> fields,
        List<Map<String, String>> samples,
        ShortForm links) {}
