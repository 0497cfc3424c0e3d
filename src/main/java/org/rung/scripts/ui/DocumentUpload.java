package org.rung.scripts.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rung.common.Problem;
import org.rung.scripts.Documents;

/** A button for a Word document or a Markdown file, which is read and thrown away. */
class DocumentUpload extends Upload {
    private static final int MARGIN = 64 * 1024;

    DocumentUpload(BiConsumer<String, byte[]> taken, Consumer<String> problem) {
        setMaxFiles(1);
        setMaxFileSize(Documents.LARGEST);
        setAcceptedFileTypes(".docx", ".md", ".markdown", ".txt");
        NativeButton button = new NativeButton(getTranslation("scripts.document.file"));
        button.addClassNames("btn", "ghost");
        setUploadButton(button);
        setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("scripts.document.drop")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("scripts.document.one"))
                        .setFileIsTooBig(why("problem.document-large"))
                        .setIncorrectFileType(why("problem.document-kind"))));
        addFileRejectedListener(rejected -> {
            clearFileList();
            problem.accept(rejected.getErrorMessage());
        });
        setUploadHandler(new ToReader(taken));
    }

    private String why(String key) {
        return new Problem.Invalid("document", key).in(getLocale());
    }

    private final class ToReader implements UploadHandler {
        private final BiConsumer<String, byte[]> taken;

        ToReader(BiConsumer<String, byte[]> taken) {
            this.taken = taken;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            String name = event.getFileName();
            try (var content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(Documents.LARGEST + 1);
                event.getUI().access(() -> {
                    clearFileList();
                    taken.accept(name, bytes);
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return Documents.LARGEST + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Documents.LARGEST + MARGIN;
        }
    }
}
