package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.rung.media.Attachment;
import org.rung.media.FileType;
import org.rung.media.MediaPaths;

/**
 * A file with a text. Strangers send what they like: nothing of theirs is loaded before somebody asks to see it; what we
 * sent stands there.
 */
class AttachmentTile extends Div {

    @Tag("video")
    private static class Video extends HtmlComponent {}

    @Tag("audio")
    private static class Audio extends HtmlComponent {}

    private final transient Attachment attachment;

    AttachmentTile(Attachment attachment, boolean ours) {
        this.attachment = attachment;
        addClassName("file-tile");
        switch (attachment.state()) {
            case WAITING -> add(said(getTranslation("texting.file.waiting")));
            case LOST ->
                add(said(getTranslation("texting.file.lost."
                        + attachment
                                .trouble()
                                .map(trouble ->
                                        trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .orElse("silent"))));
            case KEPT ->
                attachment.file().ifPresent(kept -> {
                    if (ours && kept.shown() && kept.type().kind() == FileType.Kind.IMAGE) {
                        add(picture(kept));
                    } else {
                        offer(kept);
                    }
                });
            case OFFERED, ERASED -> {}
        }
    }

    private void offer(Attachment.Kept kept) {
        removeAll();
        if (!kept.shown()) {
            Anchor save = new Anchor(MediaPaths.of(attachment.attachmentId()), label("texting.file.save", kept));
            save.getElement().setAttribute("download", attachment.fileName()).setAttribute("router-ignore", true);
            save.addClassNames("btn", "ghost", "small");
            add(save, said(about(kept)));
            if (kept.type() == FileType.OTHER || kept.type().kind() == FileType.Kind.IMAGE) {
                add(said(getTranslation("texting.file.unknown")));
            }
            // A contact card says on purpose what it says.
            if (kept.type() != FileType.VCARD) {
                add(said(getTranslation("texting.file.may-tell")));
            }
            return;
        }
        NativeButton show = new NativeButton(label("texting.file.show", kept), press -> show(kept));
        show.addClassNames("btn", "ghost", "small");
        add(show, said(about(kept)));
    }

    private void show(Attachment.Kept kept) {
        removeAll();
        Component content =
                switch (kept.type().kind()) {
                    case VIDEO -> playing(new Video());
                    case AUDIO -> playing(new Audio());
                    case IMAGE, DOCUMENT -> picture(kept);
                };
        NativeButton hide = new NativeButton(getTranslation("texting.file.hide"), press -> offer(kept));
        hide.addClassNames("btn", "ghost", "small");
        add(content, hide);
        getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({ block: 'nearest' }))");
        hide.getElement().executeJs("this.focus({ preventScroll: true })");
    }

    private Image picture(Attachment.Kept kept) {
        Image image = new Image(
                MediaPaths.of(attachment.attachmentId()),
                attachment.name().isBlank()
                        ? getTranslation("texting.file.alt")
                        : getTranslation("texting.file.alt.named", attachment.name()));
        image.addClassName("file-picture");
        kept.width().ifPresent(width -> image.getElement().setAttribute("width", Integer.toString(width)));
        kept.height().ifPresent(height -> image.getElement().setAttribute("height", Integer.toString(height)));
        return image;
    }

    private Component playing(HtmlComponent player) {
        player.getElement()
                .setAttribute("controls", true)
                .setAttribute("src", MediaPaths.of(attachment.attachmentId()))
                .setAttribute("aria-label", attachment.fileName());
        player.addClassName("file-picture");
        return player;
    }

    private String label(String key, Attachment.Kept kept) {
        return getTranslation(key, getTranslation(what(kept.type())));
    }

    private String about(Attachment.Kept kept) {
        String name = attachment.name().isBlank() ? kept.type().ending().toUpperCase(Locale.ROOT) : attachment.name();
        return getTranslation("texting.file.about", name, size(kept.size()));
    }

    private String size(int bytes) {
        return bytes < 1_000_000
                ? "%,d kB".formatted(Math.max(1, bytes / 1000))
                : String.format(getLocale(), "%.1f MB", bytes / 1_000_000.0);
    }

    private static String what(FileType type) {
        return "texting.file."
                + switch (type.kind()) {
                    case IMAGE -> "image";
                    case VIDEO -> "video";
                    case AUDIO -> "audio";
                    case DOCUMENT ->
                        switch (type) {
                            case VCARD -> "vcard";
                            case PDF -> "pdf";
                            default -> "other";
                        };
                };
    }

    private static Span said(String words) {
        Span said = new Span(words);
        said.addClassNames("small", "muted");
        return said;
    }
}
