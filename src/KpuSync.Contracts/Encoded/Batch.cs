using KpuSync.Contracts.Encoded;

namespace KpuSync.Contracts.V1;

public sealed partial class Batch : IBatchEnvelope
{
    int IBatchEnvelope.ChangeCount => Changes.Count;
}
