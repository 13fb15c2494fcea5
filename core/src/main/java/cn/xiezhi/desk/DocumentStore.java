package cn.xiezhi.desk;

import cn.xiezhi.document.Issued;
import cn.xiezhi.document.Issued.Place;
import java.util.List;

/** The register of issued documents, read; they are written with what they do to their matter, see {@link MatterStore.Commit}. Implemented by the store. */
public interface DocumentStore {
    /** A matter's documents, in the order in which they were issued. */
    List<Issued> of(String jurisdiction, String matter);

    /** Notes how far an organ had counted before it numbered here; what was noted before for that count goes. */
    void began(String jurisdiction, Place last);

    /** The last place that is taken in a count, here or before; the place 0 if none is. Somebody else may take the next at the same moment: the commit tells. */
    Place last(String jurisdiction, Place count);
}
