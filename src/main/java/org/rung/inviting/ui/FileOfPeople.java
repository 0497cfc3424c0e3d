package org.rung.inviting.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A small file with a person a line, read into the field beside it and thrown away. */
class FileOfPeople extends Upload {
    private static final int LARGEST = 40_000;

    FileOfPeople(Consumer<String> taken, Consumer<String> problem) {
        setMaxFiles(1);
        setMaxFileSize(LARGEST);
        setAcceptedFileTypes(".csv", ".txt", ".tsv");
        NativeButton button = new NativeButton(getTranslation("inviting.file"));
        button.addClassNames("btn", "ghost");
        setUploadButton(button);
        setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("inviting.file.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("inviting.file.one"))
                        .setFileIsTooBig(getTranslation("inviting.file.large"))
                        .setIncorrectFileType(getTranslation("inviting.file.kind"))));
        addFileRejectedListener(rejected -> {
            clearFileList();
            problem.accept(rejected.getErrorMessage());
        });
        setUploadHandler(new ToReader(taken));
    }

    private final class ToReader implements UploadHandler {
        private final Consumer<String> taken;

        ToReader(Consumer<String> taken) {
            this.taken = taken;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var text = new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8);
                event.getUI().access(() -> {
                    clearFileList();
                    taken.accept(text);
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return LARGEST + 64L * 1024;
        }
    }
}
