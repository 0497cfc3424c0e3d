package org.rung.compliance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.compliance.SuppressionChoices;
import org.rung.compliance.SuppressionLists;
import org.rung.consent.SuppressionWay;

/** Where a file of numbers is dropped; then it is asked how long, and why. */
class NumbersUpload extends Div {
    private final SuppressionLists lists;
    private final SuppressionChoices choices;
    private final Actor.Member actor;
    private final Div problem = new Div();
    private final Upload upload;

    NumbersUpload(SuppressionLists lists, SuppressionChoices choices, Actor.Member actor) {
        this.lists = lists;
        this.choices = choices;
        this.actor = actor;
        addClassName("numbers-upload");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        upload = new Upload(new ToList());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(SuppressionLists.MOST_BYTES);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain", "text/tab-separated-values");
        var button = new NativeButton(getTranslation("compliance.file.choose"));
        button.addClassNames("btn", "ghost");
        upload.setUploadButton(button);
        upload.setDropLabel(new Span(getTranslation("compliance.file.drop")));
        upload.setDropLabelIcon(new Span());
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("compliance.file.one"))
                .setFileIsTooBig(getTranslation("compliance.file.large", SuppressionLists.MOST_BYTES / (1024 * 1024)))
                .setIncorrectFileType(getTranslation("compliance.file.kind")));
        upload.setI18n(words);
        upload.addFileRejectedListener(event -> problem.setText(event.getErrorMessage()));
        add(upload, problem);
    }

    private void ask(String name, byte[] file) {
        problem.setText("");
        upload.clearFileList();
        var about = new Span(name);
        about.addClassName("strong");
        new SuppressDialog(
                        choices.fields(actor, Optional.empty()),
                        SuppressionWay.LIST,
                        draft -> lists.start(actor, name, new ByteArrayInputStream(file), draft),
                        about)
                .open();
    }

    private final class ToList implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var file = content.readNBytes(SuppressionLists.MOST_BYTES + 1);
                event.getUI().access(() -> ask(event.getFileName(), file));
            }
        }

        @Override
        public long getFileSizeMax() {
            return SuppressionLists.MOST_BYTES + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return SuppressionLists.MOST_BYTES + 64 * 1024L;
        }
    }
}
