package cn.xiezhi.message;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The carriers that are there at the moment: without any, the product works, and nothing leaves it. */
@Component(service = Carriers.class)
public final class Carriers {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Carrier> carriers = List.of();

    @Activate
    public Carriers() {}

    /** The one that brings letters out by a way, if the operator has set it up. */
    static Optional<Carrier> ready(List<Carrier> all, Way way) {
        return all.stream().filter(c -> c.way() == way && c.ready()).findFirst();
    }

    List<Carrier> all() {
        return List.copyOf(carriers);
    }
}
