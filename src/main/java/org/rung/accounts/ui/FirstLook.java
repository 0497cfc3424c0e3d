package org.rung.accounts.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.springframework.stereotype.Component;

/** Whoever joined sees how this works before their first evening's work: the way home leads there until they pressed Start. */
@Component
class FirstLook implements VaadinServiceInitListener {
    private final SignedIn signedIn;
    private final Members members;

    FirstLook(SignedIn signedIn, Members members) {
        this.signedIn = signedIn;
        this.members = members;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(opened -> opened.getUI().addBeforeEnterListener(entering -> {
                    if (entering.getLocation().getPath().isEmpty() && newHere()) entering.forwardTo(HowView.class);
                }));
    }

    private boolean newHere() {
        return signedIn.seat()
                .filter(seat -> !seat.ended())
                .filter(seat -> members.newHere(seat.actor()))
                .isPresent();
    }
}
