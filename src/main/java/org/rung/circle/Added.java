package org.rung.circle;

import java.util.List;
import org.rung.common.Sentence;

/** What became of entries: the same whether or not the organization knows someone. already: one's own list had them. */
public record Added(int added, int already, List<Rejected> rejected) {

    /** at: which entry, from 1 on; name: empty where there is none. */
    public record Rejected(int at, String name, Sentence why) {}
}
