package org.rung.bench;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes down the statements of one thread with their values, so that the server can be asked how it finds the rows. */
class Recorder implements ExecuteListenerProvider, ExecuteListener {
    private static final ThreadLocal<@Nullable List<String>> LISTENING = new ThreadLocal<>();

    @Override
    public ExecuteListener provide() {
        return this;
    }

    @Override
    public void executeStart(ExecuteContext context) {
        var heard = LISTENING.get();
        if (heard == null) return;
        var query = context.query();
        heard.add(query != null ? DSL.using(SQLDialect.MYSQL).renderInlined(query) : String.valueOf(context.sql()));
    }

    List<String> of(Bench.Work work) throws Exception {
        var heard = new ArrayList<String>();
        LISTENING.set(heard);
        try {
            work.run();
        } finally {
            LISTENING.remove();
        }
        return heard;
    }

    /** How the server would find the rows of a statement; empty for inserts of values. */
    static String explained(DSLContext database, String sql) {
        if (!sql.matches("(?is)\\s*(select|update|delete|insert.*select).*")) return "";
        var lines = new StringBuilder();
        database.fetch("explain " + sql)
                .forEach(row -> lines.append("    %-8s %-16s %-28s rows %-8s %s%n"
                        .formatted(
                                row.get("type"), row.get("table"), row.get("key"), row.get("rows"), row.get("Extra"))));
        return lines.toString();
    }
}
