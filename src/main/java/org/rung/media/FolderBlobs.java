package org.rung.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Files in a folder of this machine; enough for one server. */
class FolderBlobs implements Blobs {
    private final Path folder;

    private final Path begun;

    /** What a former server was writing when it was ended is swept away. */
    FolderBlobs(Path folder, Clock clock) {
        this.folder = folder;
        this.begun = folder.resolve("begun");
        if (!Files.isDirectory(begun)) {
            return;
        }
        Instant longAgo = clock.instant().minus(Duration.ofHours(1));
        try (Stream<Path> left = Files.list(begun)) {
            for (Path file : left.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("What was begun under RUNG_HOME/media could not be swept away", broken);
        }
    }

    @Override
    public void put(String name, byte[] bytes) {
        try {
            Path file = at(name);
            Path shelf = Objects.requireNonNull(file.getParent());
            makeFolder(shelf);
            makeFolder(begun);
            Path unfinished = Files.createTempFile(begun, "", "");
            try {
                write(unfinished, bytes);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // On a full disk the next try must not find less room.
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("A file could not be written under RUNG_HOME/media", full);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    @Override
    public Optional<byte[]> get(String name) {
        try {
            return Optional.of(Files.readAllBytes(at(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("A file could not be read under RUNG_HOME/media", broken);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(at(name));
        } catch (IOException broken) {
            throw new UncheckedIOException("A file could not be deleted under RUNG_HOME/media", broken);
        }
    }

    private Path at(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("A name of a file leads out of its folder");
        }
        return file;
    }

    private static void makeFolder(Path wanted) throws IOException {
        if (wanted.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(wanted);
        }
    }
}
