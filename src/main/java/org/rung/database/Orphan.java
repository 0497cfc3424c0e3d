package org.rung.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that outlived a killed Rung: it holds the tables, and the next one could not start. Only asked for by the
 * one who holds the lock of the folder, so a living server there is nobody's.
 */
record Orphan(Path pidFile, Path data) {

    void reap() throws IOException {
        if (!Files.exists(pidFile)) return;
        var written = Files.readString(pidFile).strip();
        if (written.matches("\\d{1,18}"))
            ProcessHandle.of(Long.parseLong(written)).filter(this::isOurs).ifPresent(Orphan::end);
        Files.deleteIfExists(pidFile);
    }

    /** A number in an old file may long belong to another program. */
    private boolean isOurs(ProcessHandle process) {
        var info = process.info();
        var isServer = info.command()
                .filter(command -> command.matches(".*(mariadbd|mysqld).*"))
                .isPresent();
        return isServer
                && info.commandLine()
                        .map(line -> line.contains(data.toString()))
                        .orElse(true);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ended(process, 15)) {
            process.destroyForcibly();
            ended(process, 15);
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }
}
