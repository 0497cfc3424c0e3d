package org.rung.senders.ui;

import java.util.Set;
import org.rung.accounts.SettingsPage;
import org.rung.common.Role;
import org.rung.senders.SendersPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SenderPages {
    @Bean
    SettingsPage sendersPage() {
        return new SettingsPage("senders.list.title", SendersPaths.SENDERS, Set.of(Role.ADMIN), 30);
    }
}
