package org.rung.compliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.FieldWords;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.compliance.HowAsked;
import org.rung.compliance.NumberProof;
import org.rung.compliance.ReconsentDraft;
import org.rung.compliance.Reconsents;
import org.rung.consent.ConsentKind;
import org.rung.media.Papers;

/** Somebody said again that they want to be texted: how, when, in which words, and what shows it. */
class ReconsentDialog extends Dialog {
    private final Reconsents reconsents;
    private final Actor.Member actor;
    private final NumberProof proof;
    private final ZoneId zone;
    private final Runnable changed;
    private final Select<HowAsked> how = new Select<>();
    private final DateTimePicker at = FieldWords.in(new DateTimePicker());
    private final TextArea words = new TextArea();
    private final Span chosen = new Span();
    private final Div problem = new Div();
    private transient ReconsentDraft.@Nullable File file;

    ReconsentDialog(
            Reconsents reconsents, Actor.Member actor, NumberProof proof, ZoneId zone, Clock clock, Runnable changed) {
        this.reconsents = reconsents;
        this.actor = actor;
        this.proof = proof;
        this.zone = zone;
        this.changed = changed;
        setHeaderTitle(getTranslation("compliance.reconsent.title"));
        setWidth("min(520px, 94vw)");
        boolean stopped = proof.stands()
                .filter(now -> now.consent() == ConsentKind.OPTED_OUT)
                .isPresent();
        how.setLabel(getTranslation("compliance.reconsent.how"));
        how.setItems(HowAsked.values());
        how.setItemLabelGenerator(one -> getTranslation("compliance.how." + one));
        how.setValue(HowAsked.PAPER);
        how.setWidthFull();
        var now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        at.setLabel(getTranslation("compliance.reconsent.at"));
        at.setMax(now);
        at.setValue(now);
        words.setLabel(getTranslation("compliance.reconsent.words"));
        words.setHelperText(getTranslation("compliance.reconsent.words.help"));
        words.setMaxLength(1_000);
        words.setRequiredIndicatorVisible(true);
        words.setWidthFull();
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        chosen.addClassNames("small", "muted");
        chosen.getElement().setAttribute("role", "status");
        var body = new Div(
                new Paragraph(
                        getTranslation(stopped ? "compliance.reconsent.why.stopped" : "compliance.reconsent.why")),
                how,
                at,
                words,
                upload(),
                chosen,
                problem);
        body.addClassName("col");
        add(body);
        var go = new Button(getTranslation("compliance.reconsent.go"), click -> record());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("compliance.cancel"), click -> close()), go);
    }

    private Upload upload() {
        var upload = new Upload(new Taken());
        upload.setDropAllowed(false);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Papers.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "application/pdf", ".jpg", ".jpeg", ".png", ".pdf");
        var button = new NativeButton(getTranslation("compliance.reconsent.file"));
        button.addClassNames("btn", "ghost", "small");
        upload.setUploadButton(button);
        upload.addFileRejectedListener(event -> problem.setText(getTranslation("compliance.reconsent.file.kind")));
        return upload;
    }

    private void record() {
        problem.setText("");
        words.setInvalid(false);
        if (at.getValue() == null) {
            problem.setText(getTranslation("compliance.reconsent.at.missing"));
            return;
        }
        try {
            reconsents.record(
                    actor,
                    proof.phone(),
                    new ReconsentDraft(
                            how.getValue(),
                            words.getValue(),
                            at.getValue().atZone(zone).toInstant(),
                            Optional.ofNullable(file)));
            close();
            changed.run();
        } catch (Problem.Invalid wrong) {
            if (wrong.field().equals("words")) {
                words.setErrorMessage(Sentences.of(wrong));
                words.setInvalid(true);
                words.focus();
            } else {
                problem.setText(Sentences.of(wrong));
            }
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
        }
    }

    private final class Taken implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            try (var content = event.getInputStream()) {
                var bytes = content.readNBytes(Papers.MOST_BYTES + 1);
                var taken = new ReconsentDraft.File(event.getFileName(), bytes);
                event.getUI().access(() -> {
                    file = taken;
                    chosen.setText(event.getFileName());
                });
            }
        }

        @Override
        public long getFileSizeMax() {
            return Papers.MOST_BYTES + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Papers.MOST_BYTES + 64 * 1024L;
        }
    }
}
