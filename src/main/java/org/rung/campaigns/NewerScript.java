package org.rung.campaigns;

import java.util.List;
import org.rung.scripts.Check;
import org.rung.scripts.Script;
import org.rung.scripts.ScriptChange;
import org.rung.scripts.ScriptVersion;

/**
 * A script that was written on while its campaign runs.
 *
 * @param said the version that the campaign says now
 * @param latest the script as it is written now
 * @param standings where the conversations that are not closed stand
 * @param missing checks that the script fails, and must not
 */
public record NewerScript(
        ScriptVersion said,
        Script latest,
        ScriptChange change,
        List<ScriptUse.Standing> standings,
        List<Check> missing) {

    /** How many conversations stand at a question that is gone. */
    public long uprooted() {
        var gone = change.of(ScriptChange.Kind.GONE).stream()
                .map(ScriptChange.OfQuestion::key)
                .toList();
        return standings.stream()
                .filter(standing -> standing.question().filter(gone::contains).isPresent())
                .mapToLong(ScriptUse.Standing::conversations)
                .sum();
    }
}
