package org.rung.exchange;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.rung.common.Problem;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/** The folder where uploaded lists wait until their import ends; only the owner of the process may read it. */
@Component
class ImportFiles {
    static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Path folder;

    ImportFiles(RungSettings settings) {
        folder = settings.home().resolve("imports");
    }

    record Kept(Path file, long bytes, Charset charset) {}

    /**
     * Streams an upload to the disk and finds out how its letters are written.
     *
     * @throws Problem.Invalid when it is empty, too large, or no text
     */
    Kept keep(ImportId importId, InputStream upload) {
        var file = file(importId);
        try {
            var head = upload.readNBytes(FileHead.LENGTH);
            var kind = FileHead.of(head);
            var whole = new SequenceInputStream(
                    new ByteArrayInputStream(head, kind.mark(), head.length - kind.mark()), upload);
            try (var out = new BufferedOutputStream(create(file), 1 << 16)) {
                boolean utf8 = kind.utf16().isPresent()
                        ? recode(new InputStreamReader(whole, kind.utf16().get()), out)
                        : copy(whole, out);
                out.flush();
                return new Kept(file, Files.size(file), utf8 ? StandardCharsets.UTF_8 : WINDOWS);
            }
        } catch (IOException | RuntimeException problem) {
            delete(file);
            if (problem instanceof RuntimeException known) throw known;
            throw new Problem.Invalid("file", "problem.file-broken");
        }
    }

    Path file(ImportId importId) {
        return folder.resolve(importId.text() + ".csv");
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("An uploaded file cannot be deleted", problem);
        }
    }

    private static boolean copy(InputStream in, OutputStream out) throws IOException {
        var letters = new Utf8Check();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int read; (read = in.read(buffer)) > 0; ) {
            bytes += read;
            mustFit(bytes);
            letters.take(buffer, read);
            out.write(buffer, 0, read);
        }
        return letters.valid();
    }

    private static boolean recode(InputStreamReader in, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var buffer = new char[1 << 15];
        long letters = 0;
        for (int read; (read = in.read(buffer)) > 0; ) {
            letters += read;
            mustFit(letters);
            writer.write(buffer, 0, read);
        }
        writer.flush();
        return true;
    }

    private static void mustFit(long bytes) {
        if (bytes > MOST_BYTES) throw new Problem.Invalid("file", "problem.file-large");
    }

    private OutputStream create(Path file) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }
}
