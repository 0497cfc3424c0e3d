package org.rung.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Random passwords of this one demo, kept beside its database: e-mail, a space, password, a line each. */
final class DemoPasswords {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Path file;
    private final Map<String, String> known = new TreeMap<>();
    private final Set<String> fresh = new HashSet<>();
    private final SecureRandom random = new SecureRandom();

    private DemoPasswords(Path file) {
        this.file = file;
    }

    static DemoPasswords in(Path home) {
        var passwords = new DemoPasswords(home.resolve("demo-sign-ins"));
        try {
            if (Files.exists(passwords.file)) {
                Files.readAllLines(passwords.file).stream()
                        .map(line -> line.split(" ", 2))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> passwords.known.put(parts[0], parts[1]));
            }
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized String of(String email) {
        return known.computeIfAbsent(email, absent -> {
            fresh.add(absent);
            return random.ints(12, 0, LETTERS.length())
                    .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                    .collect(Collectors.joining());
        });
    }

    boolean isNew(String email) {
        return fresh.contains(email);
    }

    synchronized void keep() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)
                    && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(
                    file,
                    known.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's sign-ins cannot be kept in " + file, e);
        }
    }
}
