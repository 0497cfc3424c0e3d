package org.rung.giftfiles.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.giftfiles.GiftFiles;

/** Where a file of gifts is dropped. */
class GiftFileUpload extends Div {
    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private final transient GiftFiles files;
    private final transient Actor actor;
    private final transient Runnable brought;
    private final Div problem = new Div();
    private final Upload upload;

    GiftFileUpload(GiftFiles files, Actor actor, Runnable brought) {
        this.files = files;
        this.actor = actor;
        this.brought = brought;
        addClassNames("card", "exchange-drop");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        upload = new Upload(new ToFiles());
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain", "text/tab-separated-values");
        NativeButton button = new NativeButton(getTranslation("giftfiles.choose"));
        button.addClassName("btn");
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("giftfiles.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("giftfiles.one"))
                        .setFileIsTooBig(getTranslation("giftfiles.too-big"))
                        .setIncorrectFileType(getTranslation("giftfiles.wrong-kind"))));
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
        Paragraph what = new Paragraph(getTranslation("giftfiles.what"));
        what.addClassName("muted");
        add(what, upload, problem);
    }

    private void say(String sentence) {
        problem.setText(sentence);
        upload.clearFileList();
    }

    private final class ToFiles implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                files.bring(actor, event.getFileName(), content);
                event.getUI().access(() -> {
                    say("");
                    brought.run();
                });
            } catch (Problem why) {
                event.getUI().access(() -> say(Sentences.of(why)));
            }
        }

        @Override
        public long getFileSizeMax() {
            return MOST_BYTES;
        }

        @Override
        public long getRequestSizeMax() {
            return MOST_BYTES + 1024 * 1024;
        }
    }
}
