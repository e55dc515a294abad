using KpuSync.Server.Commands;
using KpuSync.Server.Hosting;

NativeHeap.Bound();
return await ServerCommand.RunAsync(args, System.Console.Out, System.Console.Error);
