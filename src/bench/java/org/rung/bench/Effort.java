package org.rung.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jooq.DSLContext;

/** What the machine has spent so far: on a busy one the clock on the wall says little. */
record Effort(long rungNanos, long serverNanos) {
    static Effort soFar() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Effort(
                system.getProcessCpuTime(),
                ProcessHandle.current()
                        .children()
                        .flatMap(child -> child.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum());
    }

    Effort since(Effort before) {
        return new Effort(rungNanos - before.rungNanos, serverNanos - before.serverNanos);
    }

    /** Everything that the database server was told so far, with what drivers say around a transaction. */
    static long statements(DSLContext database) {
        return Long.parseLong(
                database.fetchSingle("show global status like 'Questions'").get(1, String.class));
    }

    static String load() {
        return "load %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
