package org.rung.senders.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Any file of the one who plays, sent from the simulated phone; what the browser takes it for is what the phone says. */
class PhonePicture extends Div {
    private static final int LARGEST = 8_000_000;

    private final transient BiConsumer<String, byte[]> send;
    private final Upload upload = new Upload(new Taken());

    PhonePicture(BiConsumer<String, byte[]> send) {
        this.send = send;
        addClassName("picture-pick");
        upload.setDropAllowed(false);
        upload.setMaxFiles(1);
        NativeButton button = new NativeButton(getTranslation("senders.simulator.send-picture"));
        button.addClassNames("btn", "ghost", "small");
        upload.setUploadButton(button);
        add(upload);
    }

    private final class Taken implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(LARGEST + 1);
                String type = event.getContentType() == null ? "application/octet-stream" : event.getContentType();
                event.getUI().access(() -> {
                    upload.clearFileList();
                    send.accept(type, bytes);
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return LARGEST + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return LARGEST + 100_000L;
        }
    }
}
