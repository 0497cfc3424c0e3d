package org.rung.hosting.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventState;
import org.rung.hosting.KitFile;
import org.rung.hosting.KitFiles;
import org.rung.media.Papers;

/** The kit of an umbrella: its words, and up to five files that its hosts find on their own page. */
class KitCard extends Div {
    private static final int MARGIN = 64 * 1024;

    private final transient KitFiles files;
    private final transient Actor.Member actor;
    private final transient Event event;
    private final boolean keeps;
    private final UnorderedList list = new UnorderedList();
    private final Span none = new Span(getTranslation("hosting.kit.none"));
    private final Div problem = new Div();
    private final Upload upload = new Upload(new Taken());

    KitCard(KitFiles files, Actor.Member actor, Event event) {
        this.files = files;
        this.actor = actor;
        this.event = event;
        this.keeps = actor.may(Permission.RUN_CAMPAIGNS)
                && (event.state() == EventState.DRAFT || event.state() == EventState.PUBLISHED);
        addClassNames("card", "col");
        var line = new Span(getTranslation("hosting.kit.line", KitFiles.MOST));
        line.addClassNames("small", "muted");
        add(new H2(getTranslation("hosting.kit")), line);
        if (!event.kit().isEmpty()) {
            var words = new Paragraph(event.kit());
            words.addClassName("lines");
            add(words);
        }
        none.addClassName("muted");
        list.addClassName("kit-files");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        add(list, none, problem);
        if (keeps) add(picking());
        show("");
    }

    private Upload picking() {
        upload.setDropAllowed(false);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Papers.MOST_BYTES);
        upload.setAcceptedFileTypes(".pdf", ".png", ".jpg", ".jpeg", ".txt", ".docx");
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("hosting.kit.one"))
                        .setFileIsTooBig(getTranslation("hosting.kit.large", Papers.MOST_BYTES / (1024 * 1024)))
                        .setIncorrectFileType(getTranslation("hosting.kit.kind"))));
        upload.addFileRejectedListener(refused -> show(refused.getErrorMessage()));
        return upload;
    }

    private void show(String wrong) {
        List<KitFile> all = files.of(actor, event.eventId());
        list.removeAll();
        all.forEach(file -> list.add(item(file)));
        list.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
        problem.setText(wrong);
        problem.setVisible(!wrong.isEmpty());
        var button = new NativeButton(getTranslation("hosting.kit.add"));
        button.addClassNames("btn", "ghost", "small");
        upload.setUploadButton(button);
        upload.clearFileList();
        upload.setVisible(keeps && all.size() < KitFiles.MOST);
    }

    private ListItem item(KitFile file) {
        var name = new Anchor("/kit-files/" + file.kitFileId().text(), file.name());
        name.addClassName("grow");
        // Its answer is a file and no screen.
        name.setRouterIgnore(true);
        name.getElement().setAttribute("download", true);
        var size = new Span(getTranslation("hosting.kit.size", file.kilobytes()));
        size.addClassNames("small", "muted");
        var item = new ListItem(name, size);
        item.addClassNames("row", "wrap");
        if (keeps) {
            var remove = new Button(getTranslation("hosting.kit.remove"), click -> {
                try {
                    files.remove(actor, file.kitFileId());
                    show("");
                } catch (Problem refused) {
                    show(Sentences.of(refused));
                }
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            remove.setAriaLabel(getTranslation("hosting.kit.remove.which", file.name()));
            item.add(remove);
        }
        return item;
    }

    private final class Taken implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent given) throws IOException {
            try (var content = given.getInputStream()) {
                byte[] bytes = content.readNBytes(Papers.MOST_BYTES + 1);
                files.add(actor, event.eventId(), given.getFileName(), bytes);
                given.getUI().access(() -> show(""));
            } catch (Problem why) {
                given.getUI().access(() -> show(Sentences.of(why)));
            }
        }

        @Override
        public long getFileSizeMax() {
            return Papers.MOST_BYTES + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Papers.MOST_BYTES + MARGIN;
        }
    }
}
