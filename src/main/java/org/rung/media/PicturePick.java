package org.rung.media;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** Where a picture is chosen that is to leave with a text: a button, then the picture with its name and a way back. */
public class PicturePick extends Div {
    private static final int MARGIN = 64 * 1024;

    /** While one is on its way up nothing is sent: the words would leave without it. */
    private static final String TELL = """
            const told = on => this.dispatchEvent(new CustomEvent('picture-busy', { bubbles: true, detail: on }));
            this.addEventListener('upload-before', () => told(true));
            for (const end of ['upload-success', 'upload-error', 'upload-abort', 'file-reject'])
              this.addEventListener(end, () => told(false));
            """;

    private final transient Pictures pictures;
    private final transient Actor.Member actor;
    private final transient Consumer<Optional<Attachment>> changed;
    private final Div chosen = new Div();
    private final Span busy = new Span();
    private final Div problem = new Div();
    private final Upload upload;
    private transient Optional<Attachment> value = Optional.empty();

    /** @param changed when the person chose another one, or none */
    public PicturePick(Pictures pictures, Actor.Member actor, Consumer<Optional<Attachment>> changed) {
        this.pictures = pictures;
        this.actor = actor;
        this.changed = changed;
        addClassName("picture-pick");
        chosen.addClassName("picture-chosen");
        busy.addClassNames("small", "muted", "picture-busy");
        busy.getElement().setAttribute("role", "status");
        problem.addClassNames("notice", "bad", "picture-problem");
        problem.getElement().setAttribute("role", "alert");
        upload = new Upload(new Taken());
        upload.setDropAllowed(false);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(Pictures.MOST_BYTES);
        upload.setAcceptedFileTypes("image/jpeg", "image/png", "image/gif", ".jpg", ".jpeg", ".png", ".gif");
        upload.setI18n(words());
        upload.addFileRejectedListener(event -> say(event.getErrorMessage()));
        upload.getElement().executeJs(TELL);
        add(chosen, problem, busy, upload);
        show();
    }

    public Optional<Attachment> value() {
        return value;
    }

    /** Without telling anybody. */
    public void set(Optional<Attachment> picture) {
        value = picture;
        show();
    }

    private void show() {
        problem.setVisible(false);
        busy.setText("");
        chosen.removeAll();
        chosen.setVisible(value.isPresent());
        value.ifPresent(this::show);
        NativeButton button =
                new NativeButton(getTranslation(value.isPresent() ? "media.pick.other" : "media.pick.add"));
        button.addClassNames("btn", "ghost", "small", "picture-button");
        upload.setUploadButton(button);
        upload.clearFileList();
    }

    private void show(Attachment picture) {
        Image small = new Image(MediaPaths.of(picture.attachmentId()), "");
        small.addClassName("picture-small");
        Span name = new Span(picture.name().isBlank() ? getTranslation("media.pick.unnamed") : picture.name());
        name.addClassNames("clip", "small", "strong");
        Span about = new Span(getTranslation(
                "media.pick.about",
                picture.file().map(file -> Math.max(1, file.size() / 1000)).orElse(0)));
        about.addClassNames("small", "muted");
        Div words = new Div(name, about);
        words.addClassNames("grow", "picture-words");
        NativeButton remove = new NativeButton("×", press -> take(Optional.empty()));
        remove.addClassNames("btn", "ghost", "small");
        remove.setAriaLabel(getTranslation("media.pick.remove", name.getText()));
        chosen.add(small, words, remove);
    }

    private void take(Optional<Attachment> picture) {
        set(picture);
        changed.accept(picture);
    }

    private void say(String sentence) {
        show();
        problem.setText(sentence);
        problem.setVisible(true);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(getTranslation("media.pick.one"))
                .setFileIsTooBig(getTranslation("media.pick.large", Pictures.MOST_BYTES / (1024 * 1024)))
                .setIncorrectFileType(getTranslation("media.pick.kind")));
        return words;
    }

    private final class Taken implements UploadHandler {
        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            event.getUI().access(() -> busy.setText(getTranslation("media.pick.busy")));
            try (var content = event.getInputStream()) {
                byte[] bytes = content.readNBytes(Pictures.MOST_BYTES + 1);
                Attachment offered = pictures.offer(actor, event.getFileName(), bytes);
                event.getUI().access(() -> take(Optional.of(offered)));
            } catch (Problem why) {
                event.getUI().access(() -> say(Sentences.of(why)));
            }
        }

        @Override
        public long getFileSizeMax() {
            return Pictures.MOST_BYTES + 1L;
        }

        @Override
        public long getRequestSizeMax() {
            return Pictures.MOST_BYTES + MARGIN;
        }
    }
}
