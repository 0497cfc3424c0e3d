package org.rung.exchange.ui;

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
import org.rung.exchange.ExchangePaths;
import org.rung.exchange.Imports;

/** Where a file is dropped: it streams to the disk, then its columns are shown. */
class ImportUpload extends Div {
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final Imports imports;
    private final Actor actor;
    private final Div problem = new Div();
    private final Upload upload;

    ImportUpload(Imports imports, Actor actor) {
        this.imports = imports;
        this.actor = actor;
        addClassNames("card", "exchange-drop");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        upload = new Upload(new ToImports());
        upload.setMaxFiles(1);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain", "text/tab-separated-values");
        var button = new NativeButton(getTranslation("exchange.new.choose"));
        button.addClassName("btn");
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("exchange.new.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
        add(new Paragraph(getTranslation("exchange.new.what")), upload, problem);
        getElement().getChild(0).getClassList().add("muted");
    }

    private void say(String sentence) {
        problem.setText(sentence);
        upload.clearFileList();
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("exchange.new.one"))
                .setFileIsTooBig(getTranslation("exchange.new.too-big"))
                .setIncorrectFileType(getTranslation("exchange.new.wrong-kind")));
        return words;
    }

    private final class ToImports implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var made = imports.upload(actor, event.getFileName(), content);
                event.getUI().access(() -> event.getUI().navigate(ExchangePaths.importing(made.importId())));
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
