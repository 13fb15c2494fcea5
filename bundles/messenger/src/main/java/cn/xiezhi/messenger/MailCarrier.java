package cn.xiezhi.messenger;

import cn.xiezhi.message.Carrier;
import cn.xiezhi.message.Letter;
import cn.xiezhi.message.Target;
import cn.xiezhi.message.Target.Mailbox;
import cn.xiezhi.message.Way;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** E-mail over SMTP. Nothing of the mail library is loaded before the first letter. */
@Component(service = Carrier.class, configurationPid = "xiezhi.messenger", configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = MessengerConfig.class)
public final class MailCarrier implements Carrier {
    private final MessengerConfig config;

    @Activate
    public MailCarrier(MessengerConfig config) {
        this.config = config;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean ready() {
        return !config.mailHost().isEmpty() && !config.mailFrom().isEmpty();
    }

    @Override
    public void check(Target to) {
        // A mailbox is checked where it is made.
    }

    @Override
    public void send(Target to, Letter letter) throws Undelivered {
        Smtp.send(config, ((Mailbox) to).address(), letter);
    }
}
