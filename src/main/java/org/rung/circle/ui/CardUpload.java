package org.rung.circle.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.Consumer;
import org.rung.circle.Contacts;

/** A button for a file of contacts, which is read and thrown away. */
class CardUpload extends Upload {
    private static final int MARGIN = 64 * 1024;

    CardUpload(Consumer<byte[]> taken, Consumer<String> problem) {
        setDropAllowed(false);
        setMaxFiles(1);
        setMaxFileSize(Contacts.MOST_BYTES);
        setAcceptedFileTypes(".vcf", ".vcard", "text/vcard", "text/x-vcard", "text/directory");
        NativeButton button = new NativeButton(getTranslation("circle.add.file"));
        button.addClassNames("btn", "ghost");
        setUploadButton(button);
        setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("circle.add.one-file"))
                        .setFileIsTooBig(getTranslation("circle.add.too-big"))
                        .setIncorrectFileType(getTranslation("circle.add.wrong-kind"))));
        addFileRejectedListener(rejected -> {
            clearFileList();
            problem.accept(rejected.getErrorMessage());
        });
        setUploadHandler(new ToContacts(taken));
    }

    private final class ToContacts implements UploadHandler {
        private final Consumer<byte[]> taken;

        ToContacts(Consumer<byte[]> taken) {
            this.taken = taken;
        }

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(Contacts.MOST_BYTES + 1);
                event.getUI().access(() -> {
                    clearFileList();
                    taken.accept(bytes);
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return Contacts.MOST_BYTES + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Contacts.MOST_BYTES + MARGIN;
        }
    }
}
