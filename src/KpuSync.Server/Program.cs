using KpuSync.Server.Commands;

return await ServerCommand.RunAsync(args, System.Console.Out, System.Console.Error);
