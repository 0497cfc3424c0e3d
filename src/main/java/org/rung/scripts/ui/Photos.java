package org.rung.scripts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Actor;
import org.rung.media.Attachment;
import org.rung.media.AttachmentId;
import org.rung.media.MediaPaths;
import org.rung.media.PicturePick;
import org.rung.media.Pictures;

/** Pictures of a script: chosen where a text is written, shown where it is read. */
record Photos(Pictures pictures, Actor.Member actor) {

    PicturePick pick(Optional<AttachmentId> chosen, Consumer<Optional<AttachmentId>> changed) {
        var pick = new PicturePick(pictures, actor, picture -> changed.accept(picture.map(Attachment::attachmentId)));
        pick.set(chosen.flatMap(picture -> pictures.find(actor.organization(), picture)));
        return pick;
    }

    static Component shown(Component screen, AttachmentId picture) {
        var image = new Image(MediaPaths.of(picture), screen.getTranslation("scripts.studio.picture"));
        image.addClassName("script-picture");
        return image;
    }
}
