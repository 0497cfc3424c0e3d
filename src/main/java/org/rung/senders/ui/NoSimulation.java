package org.rung.senders.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.rung.senders.simulator.Simulator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A house whose texts are real has no screen of simulated phones, and no line in the menu that leads to one. */
@Component
class NoSimulation implements VaadinServiceInitListener {
    private final ObjectProvider<Simulator> simulator;

    NoSimulation(ObjectProvider<Simulator> simulator) {
        this.simulator = simulator;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (simulator.getIfAvailable() == null) {
            RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry())
                    .removeRoute(SimulatorView.class);
        }
    }
}
